package org.unenrol.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.unenrol.platform.PlatformDatabase;

/**
 * The record that triggers keep of the enrolments, and the conditions that it must meet at any
 * time.
 */
final class UnenrolmentHistory {

    private UnenrolmentHistory() {}

    static int endings() {
        return count("select count(*) from history.ending");
    }

    static void holdsAtMostOneEndingOfAnyRowAndAnyPeriod() {
        assertThat(endings())
                .isEqualTo(count("select count(distinct enrolment_id) from history.ending"))
                .isEqualTo(count("select count(distinct (import, row)) from history.ending"));
    }

    private static int count(String sql) {
        return PlatformDatabase.JDBC.sql(sql).query(Integer.class).single();
    }
}
