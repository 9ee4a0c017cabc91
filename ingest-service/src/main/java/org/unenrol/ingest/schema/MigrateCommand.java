package org.unenrol.ingest.schema;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;
import org.unenrol.wording.Messages;

/**
 * The command {@code migrate}: brings the schemas of all services up to date, and gives the
 * services their rights, in the database that the settings name. Who runs it knows the user who
 * owns the schemas; the services then need not.
 */
public final class MigrateCommand {

    public static final String NAME = "migrate";

    private MigrateCommand() {}

    /**
     * Does it.
     *
     * @return the exit code: 0 when all schemas are up to date, 1 when one is not
     */
    public static int run(String[] arguments, PrintStream out) {
        Messages messages = Messages.in(Locale.getDefault().toLanguageTag());
        try {
            new SpringApplicationBuilder(MigratedSchemas.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties("spring.config.name=services,application,portal,ingest-service")
                    .run(arguments)
                    .close();
        } catch (BeansException e) {
            String reason = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            out.println(messages.text("console.migrate.failed", String.valueOf(reason)));
            return 1;
        }
        out.println(messages.text("console.migrate.done"));
        return 0;
    }
}
