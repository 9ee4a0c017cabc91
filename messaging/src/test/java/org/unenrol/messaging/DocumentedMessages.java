package org.unenrol.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON of {@code docs/messages.md}, with the topic and types in the headings before it. */
final class DocumentedMessages {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final List<One> found = new ArrayList<>();
    private String topic = "";

    private DocumentedMessages() {}

    static List<One> read() throws IOException {
        DocumentedMessages page = new DocumentedMessages();
        String text = Files.readString(Path.of("..", "docs", "messages.md"));
        for (String section : text.split("\n(?=#)")) {
            page.add(section);
        }
        return page.found;
    }

    private void add(String section) {
        List<String> named =
                QUOTED.matcher(section.lines().findFirst().orElse(""))
                        .results()
                        .map(name -> name.group(1).replace("…", "org.unenrol.import."))
                        .toList();
        if (named.stream().anyMatch(name -> name.startsWith("unenrolment."))) {
            topic = named.get(0).replace("<source>", "hr");
        }
        List<String> types = named.stream().filter(name -> name.startsWith("org.")).toList();
        Matcher json = JSON.matcher(section);
        while (json.find()) {
            String body = json.group(1);
            types.forEach(type -> found.add(new One(topic, type, body)));
        }
    }

    /** A message of one type. */
    record One(String topic, String type, String json) {}
}
