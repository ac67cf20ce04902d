/** Where days begin and end for timers, dates without an offset and cron: the zone that Zeebe would run in here. */
export const timeZone = 'Europe/Chisinau';
