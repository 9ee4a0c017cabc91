package org.unenrol.platform.report;

/** The result of a course, or of a session. No import ever changes it. */
public enum Result {
    PASSED,
    COMPLETED,
    ATTENDED,
    ABSENT
}
