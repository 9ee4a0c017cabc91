package org.unenrol.csv;

import org.unenrol.model.OutcomeCode;

/** The choice of rows that a results file has. */
public enum RowSelection {
    ALL,
    /** The rows to fix and to upload again. */
    FAILED;

    boolean has(OutcomeCode code) {
        return this == ALL || !code.isSuccess();
    }
}
