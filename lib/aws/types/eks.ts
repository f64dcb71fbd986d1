import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EKS',
  types: {
    aws_eks_cluster: {
      noun: 'EKS cluster',
      holdsData: true,
    },
  },
};
