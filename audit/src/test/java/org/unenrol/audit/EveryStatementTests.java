package org.unenrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.unenrol.test.sql.ModuleStatements;

/** Looks back on all other tests: alone it fails. */
@Order(Integer.MAX_VALUE)
class EveryStatementTests {

    @Test
    void hasBeenExecutedByTheTestsOfThisModule() throws IOException {
        assertThat(ModuleStatements.of(AuditTrail.class).neverExecuted()).isEmpty();
    }
}
