package org.unenrol.sample;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.unenrol.account.Accounts;

/**
 * Loads the sample organisation and sets its passwords, before the service says that it is ready.
 */
class SampleLoader implements ApplicationRunner {

    private final SampleOrganisation organisation;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SampleSettings settings;

    SampleLoader(
            SampleOrganisation organisation,
            Accounts accounts,
            PasswordEncoder encoder,
            SampleSettings settings) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.encoder = encoder;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        organisation.loadIfEmpty();
        setPassword("global.admin", settings.adminPassword());
        setPassword("content.admin", settings.contentAdminPassword());
        setPassword("amelia.hughes", settings.learnerPassword());
    }

    private void setPassword(String username, @Nullable String password) {
        if (password != null && !password.isBlank() && accounts.find(username).isPresent()) {
            accounts.setPassword(username, requireNonNull(encoder.encode(password)));
        }
    }
}
