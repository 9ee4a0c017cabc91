package org.unenrol.test.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The description of the topics: {@code docs/asyncapi.yaml} and {@code docs/schemas}. */
public final class TopicContracts {

    private final Documents documents;
    private final JsonNode whole;
    private final List<DescribedMessage> messages = new ArrayList<>();

    private TopicContracts(String folder) {
        documents = Documents.of(folder);
        whole = documents.whole(Documents.ASYNC_API);
        whole.path("channels").forEach(this::addMessages);
    }

    /** The description as it is now. */
    public static TopicContracts current() {
        return new TopicContracts("contracts/current/");
    }

    /** The description as it was first published. Its examples are messages of that version. */
    public static TopicContracts firstVersion() {
        return new TopicContracts("contracts/v1/");
    }

    private void addMessages(JsonNode channel) {
        String address = channel.path("address").stringValue();
        for (JsonNode message : channel.path("messages")) {
            JsonNode headers = message.path("headers");
            messages.add(
                    new DescribedMessage(
                            address,
                            actions(address).contains("send"),
                            headers.at("/allOf/1/properties/ce_type/const").stringValue(),
                            new MessageSchema("", headers),
                            new MessageSchema(
                                    nameOf(message.path("payload")), message.path("payload"))));
        }
    }

    private static String nameOf(JsonNode schema) {
        String id = schema.path("$id").stringValue();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** What the product does with the records of a channel: {@code send}, {@code receive}. */
    public Set<String> actions(String address) {
        Set<String> actions = new HashSet<>();
        for (JsonNode operation : whole.path("operations")) {
            if (operation.at("/channel/address").asString().equals(address)) {
                actions.add(operation.path("action").stringValue());
            }
        }
        return actions;
    }

    /** The AsyncAPI document, with everything that it refers to in place of the reference. */
    public JsonNode document() {
        return whole;
    }

    public List<DescribedMessage> messages() {
        return messages;
    }

    /** The messages of the topics with an address. */
    public List<DescribedMessage> messagesOf(String address) {
        return messages.stream().filter(one -> one.address().equals(address)).toList();
    }

    /**
     * The message of a type on a topic.
     *
     * @throws IllegalArgumentException when none is described
     */
    public DescribedMessage message(String topic, String type) {
        return messages.stream()
                .filter(one -> one.isOn(topic) && one.type().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(type + " is not described on " + topic));
    }

    /** The schemas, and the definitions in them, to which nothing refers. */
    public Set<String> unused() {
        Set<String> unused = new TreeSet<>();
        documents
                .byPath()
                .forEach(
                        (path, json) -> {
                            unused.add(path);
                            json.path("$defs")
                                    .propertyNames()
                                    .forEach(name -> unused.add(path + "#/$defs/" + name));
                        });
        unused.removeAll(documents.followed());
        unused.removeIf(
                path -> documents.followed().stream().anyMatch(f -> f.startsWith(path + "#")));
        unused.remove(Documents.ASYNC_API);
        return unused;
    }

    /** All enumerations of the schemas, by their files and places. */
    public Map<String, List<String>> enumerations() {
        Map<String, List<String>> found = new TreeMap<>();
        documents.byPath().forEach((path, json) -> addEnumerations(path + "#", json, found));
        return found;
    }

    private static void addEnumerations(
            String path, JsonNode json, Map<String, List<String>> found) {
        if (json.path("enum").isArray()) {
            found.put(path, json.path("enum").valueStream().map(JsonNode::asString).toList());
        }
        json.properties()
                .forEach(m -> addEnumerations(path + "/" + m.getKey(), m.getValue(), found));
    }
}
