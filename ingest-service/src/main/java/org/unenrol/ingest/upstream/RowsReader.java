package org.unenrol.ingest.upstream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unenrol.csv.FileColumns;
import org.unenrol.ledger.upstream.RequestRow;
import org.unenrol.ledger.upstream.RowsJson;
import org.unenrol.model.upstream.RequestFault.Kind;
import tools.jackson.databind.JsonNode;

/** Checks the rows of a record. */
final class RowsReader {

    private static final String ROWS = "rows";

    private final Members members;
    private final @Nullable Integer part;
    private final Set<String> names = new LinkedHashSet<>();

    private RowsReader(Members members, @Nullable Integer part) {
        this.members = members;
        this.part = part;
    }

    /**
     * Reads the rows; what is wrong with them is noted with the members.
     *
     * @param part the number of the record; null where it is the only one
     */
    static RowsJson read(Members members, @Nullable Integer part) {
        return new RowsReader(members, part).read();
    }

    private RowsJson read() {
        JsonNode rows = members.present(ROWS);
        if (rows == null || !rows.isArray()) {
            if (rows != null) {
                members.note(ROWS, Kind.WRONG_TYPE);
            }
            return new RowsJson(new byte[0], 0, List.of());
        }
        for (int i = 0; i < rows.size(); i++) {
            check(members.ofRow(rows.get(i), part, i));
        }
        return new RowsJson(
                RequestRow.EXACT.writeValueAsBytes(rows), rows.size(), List.copyOf(names));
    }

    private void check(Members row) {
        if (!row.object().isObject()) {
            row.note("", Kind.WRONG_TYPE);
            return;
        }
        row.text(RequestRow.USERNAME);
        row.text(RequestRow.REFERENCE);
        row.checkTextOrBoolean(RequestRow.SEND_EMAIL);
        row.object().properties().forEach(member -> checkOther(row, member.getKey()));
    }

    private void checkOther(Members row, String name) {
        if (RequestRow.OWN.contains(name)) {
            return;
        }
        names.add(name);
        if (FileColumns.isTaken(name)) {
            row.note(name, Kind.RESERVED_NAME);
        } else if (Members.hasUnfit(name)
                || Members.hasUnfit(new RequestRow(row.object()).cell(name))) {
            row.note(name, Kind.UNFIT_CHARACTER);
        }
    }
}
