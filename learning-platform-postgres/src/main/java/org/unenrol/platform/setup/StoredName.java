package org.unenrol.platform.setup;

import java.util.List;
import org.unenrol.model.ActivityReference;
import org.unenrol.model.UsernameKey;

/** The columns that hold names in the form in which they are looked up. */
enum StoredName {
    USERNAME(
            "app_user",
            "username",
            "username_key",
            "Usernames in lms.app_user differ only in the case of letters, in white space round them"
                    + " or in the way an accent is stored: change all but one of each group and start"
                    + " again.") {
        @Override
        String formOf(String name) {
            return UsernameKey.of(name);
        }
    },
    REFERENCE(
            "activity",
            "external_reference",
            "external_reference",
            "External references in lms.activity differ only in white space round them or in the way"
                    + " an accent is stored: change all but one of each group and start again.") {
        @Override
        String formOf(String name) {
            return ActivityReference.of(name);
        }
    };

    private final String table;
    private final String written;
    private final String stored;
    private final String sentence;

    /**
     * @param written the column with the name as somebody has written it
     * @param stored the column with the form of it
     */
    StoredName(String table, String written, String stored, String sentence) {
        this.table = table;
        this.written = written;
        this.stored = stored;
        this.sentence = sentence;
    }

    abstract String formOf(String name);

    /** The fault of names that clash, and how to fix it. */
    String sentence() {
        return sentence;
    }

    String select() {
        return "select id, %s as written, %s as stored from lms.%s where %s is not null"
                .formatted(written, stored, table, written);
    }

    /** The names that would be the same, each with its id, as they may look the same too. */
    String clashes() {
        return """
                with renamed as (
                    select id, %s as written, coalesce(form, %s) collate "C" as form
                    from lms.%s left join changed_name using (id)
                )
                select string_agg(format('"%%s" (id %%s)', written, id), ', ' order by id)
                from renamed
                where form <> ''
                group by form
                having count(*) > 1
                order by min(id)
                """
                .formatted(written, stored, table);
    }

    /** In two steps, as a name may become what another one is until then. */
    List<String> updates() {
        return List.of(update("E'\\x01' || changed_name.id"), update("nullif(form, '')"));
    }

    private String update(String value) {
        return "update lms.%1$s set %2$s = %3$s from changed_name where %1$s.id = changed_name.id"
                .formatted(table, stored, value);
    }
}
