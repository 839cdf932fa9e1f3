/** Marks a database file as a Dateline store ("Dtln"), so that another program's is never written to. */
export const applicationId = 0x44746c6e;
