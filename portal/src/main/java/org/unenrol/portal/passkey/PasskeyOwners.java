package org.unenrol.portal.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.unenrol.account.factor.PasskeyOwner;
import org.unenrol.account.factor.Passkeys;

/** The owners of passkeys, as Spring Security asks for them. */
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Passkeys passkeys;

    PasskeyOwners(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return passkeys.ownerOf(id.toBase64UrlString()).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return passkeys.owner(username).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        passkeys.addOwner(owner.getName(), owner.getId().toBase64UrlString());
    }

    /** An owner goes with the account alone. */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }

    private static PublicKeyCredentialUserEntity entity(PasskeyOwner owner) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(owner.handle()))
                .name(owner.username())
                .displayName(owner.name())
                .build();
    }
}
