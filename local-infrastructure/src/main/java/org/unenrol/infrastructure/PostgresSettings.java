package org.unenrol.infrastructure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server's settings: durable, on the loopback address, for bulk work on a small machine. What
 * is not named here has PostgreSQL's default.
 */
final class PostgresSettings {

    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>();

    PostgresSettings(int port, Map<String, String> extra) {
        this.port = port;
        settings.put("listen_addresses", Ports.LOOPBACK);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("shared_buffers", sharedBuffers() + "MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("max_wal_size", "2GB");
        settings.put("min_wal_size", "256MB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        settings.put("default_text_search_config", "pg_catalog.simple");
        settings.putAll(extra);
    }

    /**
     * An eighth of the machine's memory, from 128 MiB to 1 GiB. Files name learners in an order of
     * their own: while the pages of all of them fit in here, a row costs a third less.
     */
    private static long sharedBuffers() {
        long memory = memory() / (1024 * 1024);
        return Math.min(1_024, Math.max(128, memory / 8));
    }

    /** Of the machine, or of the container, in bytes. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    int port() {
        return port;
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(PostgresSettings::line)
                        .collect(Collectors.joining()));
    }

    private static String line(Map.Entry<String, String> setting) {
        return setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n";
    }
}
