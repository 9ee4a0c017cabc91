package org.unenrol.ledger.setup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger, {@code unenrol.ledger.*}.
 *
 * @param lease after this silence another instance takes an import over
 * @param stalledAfter an import without an outcome for this long gets its missing rows published
 *     again
 * @param redispatchInterval the longest time between two such attempts
 */
@ConfigurationProperties("unenrol.ledger")
public record ImportLedgerSettings(
        @DefaultValue("15s") Duration lease,
        @DefaultValue("10s") Duration stalledAfter,
        @DefaultValue("40s") Duration redispatchInterval) {}
