package org.unenrol.sso.jwt;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.unenrol.account.Accounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.portal.PortalConfiguration;
import org.unenrol.portal.access.FurtherTokens;

/** The access tokens of the provider that the settings name; none where they name none. */
@AutoConfiguration
@ConditionalOnBean(PortalConfiguration.class)
@ConditionalOnProperty("unenrol.api.jwt.issuer")
@EnableConfigurationProperties(JwtSettings.class)
class JwtConfiguration {

    /** The provider is asked for its keys with the first token: the service starts without it. */
    @Bean
    FurtherTokens accessTokens(
            JwtSettings settings, Accounts accounts, ExternalIdentities identities) {
        AccessTokenCheck check = new AccessTokenCheck(settings);
        return new AccessTokens(
                new SupplierJwtDecoder(check::decoder),
                new TokenScopes(settings.scopeClaim(), settings.scopes()),
                new TokenAccounts(settings.serviceAccounts(), accounts, identities));
    }
}
