package org.unenrol.ledger.setup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger, {@code unenrol.ledger.*}.
 *
 * @param lease after this silence another instance takes an import over
 * @param stalledAfter of an import without an outcome for this long it is asked whether its rows
 *     are lost; those that are get published again
 * @param redispatchInterval the longest time between two such attempts
 * @param presumedLostAfter rows are published again after this long without an outcome although the
 *     broker does not tell whether they are lost
 */
@ConfigurationProperties("unenrol.ledger")
public record ImportLedgerSettings(
        @DefaultValue("15s") Duration lease,
        @DefaultValue("10s") Duration stalledAfter,
        @DefaultValue("40s") Duration redispatchInterval,
        @DefaultValue("15m") Duration presumedLostAfter) {}
