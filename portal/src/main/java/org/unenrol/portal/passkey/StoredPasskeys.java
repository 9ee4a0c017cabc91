package org.unenrol.portal.passkey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.unenrol.account.factor.Passkey;
import org.unenrol.account.factor.PasskeyOwner;
import org.unenrol.account.factor.Passkeys;

/** The passkeys of accounts, as Spring Security asks for them and changes them. */
final class StoredPasskeys implements UserCredentialRepository {

    private final Passkeys passkeys;

    StoredPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** Removing is for the owner's page. */
    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException();
    }

    /** Adds one, or notes that it has been used. */
    @Override
    public void save(CredentialRecord credential) {
        String id = credential.getCredentialId().toBase64UrlString();
        if (passkeys.find(id).isEmpty()) {
            passkeys.add(passkey(id, credential));
        } else if (!passkeys.use(id, credential.getSignatureCount())) {
            throw new CopiedPasskeyException();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.find(credentialId.toBase64UrlString())
                .map(StoredPasskeys::credential)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        Optional<PasskeyOwner> owner = passkeys.ownerOf(userId.toBase64UrlString());
        return owner.map(PasskeyOwner::username).map(passkeys::of).orElse(List.of()).stream()
                .map(StoredPasskeys::credential)
                .toList();
    }

    private static Passkey passkey(String id, CredentialRecord credential) {
        return new Passkey(
                id,
                credential.getUserEntityUserId().toBase64UrlString(),
                credential.getLabel(),
                new Bytes(credential.getPublicKey().getBytes()).toBase64UrlString(),
                credential.getSignatureCount(),
                credential.isUvInitialized(),
                credential.isBackupEligible(),
                credential.isBackupState(),
                credential.getTransports().stream().map(AuthenticatorTransport::getValue).toList(),
                text(credential.getAttestationObject()),
                text(credential.getAttestationClientDataJSON()),
                credential.getCreated(),
                null);
    }

    private static String text(@Nullable Bytes bytes) {
        return Objects.requireNonNull(bytes).toBase64UrlString();
    }

    private static CredentialRecord credential(Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.credentialId()))
                .userEntityUserId(Bytes.fromBase64(passkey.handle()))
                .publicKey(
                        new ImmutablePublicKeyCose(
                                Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(passkey.userVerified())
                .transports(
                        passkey.transports().stream()
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toSet()))
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .attestationObject(Bytes.fromBase64(passkey.attestationObject()))
                .attestationClientDataJSON(Bytes.fromBase64(passkey.clientData()))
                .created(passkey.added())
                .label(passkey.name())
                .build();
    }
}
