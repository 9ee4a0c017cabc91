package org.unenrol.folder.sftp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** Makes clients that know nothing but what is set: no keys or hosts of the user's home. */
final class SshClients {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private SshClients() {}

    static SshClient of(SftpLocation location) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setServerKeyVerifier(location.hostKeys());
        client.setPasswordIdentityProvider(
                location.password() == null
                        ? PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER
                        : PasswordIdentityProvider.wrapPasswords(location.password()));
        client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(location.keys()));
        client.setSignatureFactories(
                ofTypes(location.hostKeys().types(), client.getSignatureFactories()));
        // A server that is gone without a word is noticed after three of them.
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 3);
        return client;
    }

    /** First those that ask the server for the key that is known, as it has several. */
    private static List<NamedFactory<Signature>> ofTypes(
            List<String> types, List<NamedFactory<Signature>> all) {
        List<NamedFactory<Signature>> sorted = new ArrayList<>(all);
        sorted.sort((one, other) -> Boolean.compare(isOf(types, other), isOf(types, one)));
        return sorted;
    }

    private static boolean isOf(List<String> types, NamedResource signature) {
        return types.contains(KeyUtils.getCanonicalKeyType(signature.getName()));
    }
}
