package org.unenrol.ledger.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unenrol.model.Detail;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Details of a row as the ledger keeps them; most rows have none. */
final class DetailsJson {

    private static final TypeReference<List<Detail>> DETAILS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(DETAILS);
    private static final ObjectReader READER = JSON.readerFor(DETAILS);

    private DetailsJson() {}

    static @Nullable String write(List<Detail> details) {
        return details.isEmpty() ? null : WRITER.writeValueAsString(details);
    }

    static List<Detail> read(@Nullable String json) {
        return json == null ? List.of() : READER.readValue(json);
    }
}
