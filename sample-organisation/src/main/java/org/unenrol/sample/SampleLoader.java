package org.unenrol.sample;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.unenrol.account.Accounts;

/**
 * Loads the sample organisation and sets its passwords, before the service says that it is ready.
 */
class SampleLoader implements ApplicationRunner {

    private static final List<String> ACCOUNTS =
            List.of("global.admin", "content.admin", "amelia.hughes");

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
        String password = settings.adminPassword();
        if (password != null && !password.isBlank()) {
            String encoded = encoder.encode(password);
            ACCOUNTS.stream()
                    .filter(username -> accounts.find(username).isPresent())
                    .forEach(username -> accounts.setPassword(username, encoded));
        }
    }
}
