package org.unenrol.guarantees.system;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unenrol.guarantees.smtp.KeptMails;
import org.unenrol.guarantees.smtp.KeptMails.WasReadable;

/** Looks at the very moment a completion mail comes whether its results could be read. */
record ReadableResults(Database database) implements KeptMails.Results {

    private static final Pattern LINK = Pattern.compile("/imports/([0-9a-f-]{36})");

    @Override
    public WasReadable behind(String mail) {
        Matcher link = LINK.matcher(mail.replace("=\r\n", ""));
        return link.find() ? look(link.group(1)) : WasReadable.UNKNOWN;
    }

    private WasReadable look(String importId) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select results_file is not null from imports.progress where"
                                        + " import_id = ?::uuid")) {
            statement.setString(1, importId);
            ResultSet row = statement.executeQuery();
            return row.next() && row.getBoolean(1) ? WasReadable.YES : WasReadable.NO;
        } catch (SQLException | UncheckedIOException e) {
            return WasReadable.UNKNOWN;
        }
    }
}
