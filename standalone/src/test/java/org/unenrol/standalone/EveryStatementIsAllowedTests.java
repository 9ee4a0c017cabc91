package org.unenrol.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.unenrol.account.Accounts;
import org.unenrol.audit.AuditTrail;
import org.unenrol.infrastructure.DatabaseRole;
import org.unenrol.ledger.Imports;
import org.unenrol.portal.PortalConfiguration;
import org.unenrol.test.sql.ModuleStatements;

/**
 * Asks the database of each statement in the product which service may execute it, which it tells
 * when it explains one.
 */
class EveryStatementIsAllowedTests {

    private static final TestSystem SYSTEM = TestSystem.running();
    private static final String PERMISSION_DENIED = "permission denied";
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z]\\w*)");
    private static final List<DatabaseRole> SERVICES =
            List.of(DatabaseRole.INGEST, DatabaseRole.WORKER, DatabaseRole.NOTIFIER);

    private static final Map<DatabaseRole, JdbcClient> CONNECTIONS =
            new EnumMap<>(DatabaseRole.class);

    static Stream<Class<?>> modules() throws ClassNotFoundException {
        return Stream.of(
                Accounts.class,
                AuditTrail.class,
                Imports.class,
                Class.forName("org.unenrol.platform.postgres.PostgresRowSettler"),
                PortalConfiguration.class);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void toAService(Class<?> module) throws IOException {
        ModuleStatements.of(module)
                .byClass()
                .forEach(
                        (type, statements) ->
                                assertThat(statements)
                                        .as(type)
                                        .allMatch(
                                                statement ->
                                                        SERVICES.stream()
                                                                .anyMatch(
                                                                        service ->
                                                                                mayExecute(
                                                                                        service,
                                                                                        statement))));
    }

    /** Some texts are no whole statements: these are not refused. */
    private boolean mayExecute(DatabaseRole service, String statement) {
        try {
            CONNECTIONS
                    .computeIfAbsent(service, EveryStatementIsAllowedTests::connect)
                    .sql("explain (generic_plan) " + numbered(statement))
                    .query()
                    .listOfRows();
            return true;
        } catch (DataAccessException e) {
            return !String.valueOf(e.getMostSpecificCause().getMessage())
                    .contains(PERMISSION_DENIED);
        }
    }

    /** With the parameters as the server counts them. */
    private static String numbered(String statement) {
        Matcher parameter = PARAMETER.matcher(statement);
        List<String> names = parameter.results().map(found -> found.group(1)).distinct().toList();
        return PARAMETER
                .matcher(statement)
                .replaceAll(found -> "\\$" + (names.indexOf(found.group(1)) + 1));
    }

    private static JdbcClient connect(DatabaseRole service) {
        return JdbcClient.create(
                new SingleConnectionDataSource(
                        SYSTEM.addresses().jdbcUrl() + "?preferQueryMode=simple",
                        service.user(),
                        SYSTEM.logins().password(service),
                        true));
    }
}
