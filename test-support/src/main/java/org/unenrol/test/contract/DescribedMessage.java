package org.unenrol.test.contract;

/**
 * A message of a topic, as it is described.
 *
 * @param address of the topic, with a parameter in braces
 * @param sent tells whether the product writes it, and not only reads it
 * @param type the event's type
 */
public record DescribedMessage(
        String address, boolean sent, String type, MessageSchema headers, MessageSchema payload) {

    /** Tells whether it comes on a topic. */
    public boolean isOn(String topic) {
        return topic.matches(address.replaceAll("\\{\\w+}", "[a-z0-9-]+"));
    }

    /** Its topic and type, as tests are named by it. */
    @Override
    public String toString() {
        return address + " " + type;
    }
}
