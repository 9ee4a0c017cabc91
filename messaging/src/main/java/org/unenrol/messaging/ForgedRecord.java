package org.unenrol.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record on an internal topic that no service has signed. */
record ForgedRecord(ConsumerRecord<String, byte[]> received, Forgery forgery) {}
