package org.unenrol.test.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records the text of each statement that is executed without an error, for as long as the JVM
 * lives.
 */
public final class RecordingDataSource extends DelegatingDataSource {

    private static final Set<String> EXECUTED = ConcurrentHashMap.newKeySet();

    public RecordingDataSource(DataSource recorded) {
        super(recorded);
    }

    /** The statements so far, of all data sources. */
    static Set<String> executed() {
        return Set.copyOf(EXECUTED);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recording(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return recording(super.getConnection(username, password));
    }

    private static Connection recording(Connection connection) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    Object made = invoke(connection, method, arguments);
                    return made instanceof Statement statement
                            ? recording(statement, firstText(arguments))
                            : made;
                });
    }

    /** Closest to what the driver has made, as callers ask for that. */
    private static Statement recording(Statement statement, @Nullable String prepared) {
        Class<? extends Statement> type =
                List.of(CallableStatement.class, PreparedStatement.class).stream()
                        .filter(one -> one.isInstance(statement))
                        .<Class<? extends Statement>>map(one -> one)
                        .findFirst()
                        .orElse(Statement.class);
        return proxy(
                type,
                (proxy, method, arguments) -> {
                    Object result = invoke(statement, method, arguments);
                    String given = firstText(arguments);
                    String sql = given == null ? prepared : given;
                    if (method.getName().startsWith("execute") && sql != null) {
                        EXECUTED.add(sql);
                    }
                    return result;
                });
    }

    private static @Nullable String firstText(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                ? text
                : null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        RecordingDataSource.class.getClassLoader(),
                        new Class<?>[] {type},
                        handler));
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
