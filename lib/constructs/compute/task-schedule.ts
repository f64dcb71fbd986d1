import { refuse } from '../core/errors';

/** A date, a weekday and the rest of a cron expression of EventBridge Scheduler: six fields. */
const CRON = /^[\w*,/?#-]+(?: [\w*,/?#-]+){5}$/;

/** When a task runs. */
export class TaskSchedule {
  /**
   * At times by a cron expression of six fields: minutes, hours, day of the month, month, day of the week and year: `0 3 * * ? *` is every day at three.
   *
   * @param expression the six fields
   * @param timeZone the zone that they are times of, by its name in the IANA database, which knows of summer time
   * @throws ValidationError where these are not six fields, or no name of a zone.
   */
  public static cron(expression: string, timeZone = 'Etc/UTC'): TaskSchedule {
    if (!CRON.test(expression)) {
      refuse(undefined, {
        prop: 'schedule',
        must: 'must be a cron expression of six fields',
        value: expression,
        fix: "write TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin')",
      });
    }
    if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(timeZone)) {
      refuse(undefined, {
        prop: 'schedule',
        must: 'must be in a time zone of the IANA database',
        value: timeZone,
        fix: "write TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin')",
      });
    }
    return new TaskSchedule(`cron(${expression})`, timeZone);
  }

  /**
   * Again and again after so many hours, from when the schedule is made.
   *
   * @throws ValidationError where that is no whole number from 1 to 8760.
   */
  public static everyHours(hours: number): TaskSchedule {
    if (!Number.isInteger(hours) || hours < 1 || hours > 8760) {
      refuse(undefined, {
        prop: 'schedule',
        must: 'must be a whole number of hours from 1 to 8760',
        value: hours,
        fix: 'write TaskSchedule.everyHours(6)',
      });
    }
    return new TaskSchedule(`rate(${hours} ${hours === 1 ? 'hour' : 'hours'})`);
  }

  private constructor(
    /** As EventBridge Scheduler takes it: `cron(0 3 * * ? *)`. */
    public readonly expression: string,
    /** The zone of its times, where it has some. */
    public readonly timeZone?: string
  ) {}
}
