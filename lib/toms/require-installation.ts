import { requireOwnInstallation } from './installation';

// What is imported first: what follows would fail where it finds no package, and in words that name neither the version nor the way out.
requireOwnInstallation();
