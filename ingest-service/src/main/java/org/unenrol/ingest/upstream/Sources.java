package org.unenrol.ingest.upstream;

import org.springframework.util.unit.DataSize;
import org.unenrol.account.Account;
import org.unenrol.account.Accounts;
import org.unenrol.ingest.upstream.UpstreamSettings.Source;
import org.unenrol.ledger.upstream.SourceRules;

/** The rules that apply to the sources, from their settings and their accounts. */
final class Sources {

    private final UpstreamSettings settings;
    private final Accounts accounts;
    private final DataSize mostBytes;

    /**
     * Takes what they depend on.
     *
     * @param mostBytes of the rows of a request
     */
    Sources(UpstreamSettings settings, Accounts accounts, DataSize mostBytes) {
        this.settings = settings;
        this.accounts = accounts;
        this.mostBytes = mostBytes;
    }

    SourceRules rules(String name) {
        Source source = settings.source(name);
        String ofAccount =
                source.language() != null
                        ? null
                        : accounts.find(source.account()).map(Account::language).orElse(null);
        return new SourceRules(
                source.account(),
                source.modes(),
                source.leftMode(),
                source.mostRows(),
                mostBytes.toBytes(),
                source.replyRows(),
                source.languageOr(ofAccount));
    }
}
