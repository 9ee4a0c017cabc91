package org.unenrol.sso;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.unenrol.account.Accounts;
import org.unenrol.account.AssertedAccounts;
import org.unenrol.account.ExternalIdentities;
import org.unenrol.audit.AuditTrail;
import org.unenrol.portal.PortalConfiguration;
import org.unenrol.portal.access.SessionTypes;

/** Sign-in with the providers that the settings name; none where they name none. */
@AutoConfiguration(before = OAuth2ClientAutoConfiguration.class)
@ConditionalOnBean(PortalConfiguration.class)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties({SingleSignOnSettings.class, OAuth2ClientProperties.class})
@Import(ProviderController.class)
class SingleSignOnConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(OAuth2ClientProperties properties) {
        return new LazyRegistrations(properties);
    }

    @Bean
    ProviderSignIn providerSignIn(
            OAuth2ClientProperties properties,
            ClientRegistrationRepository registrations,
            SingleSignOnSettings settings,
            Admission admission,
            BackChannelLogout backChannelLogout) {
        return new ProviderSignIn(
                properties,
                registrations,
                new ProviderUsers(new PersonReader(settings), admission),
                backChannelLogout);
    }

    @Bean
    SessionTypes singleSignOnTypes() {
        return SessionTypes.of(SingleSignOnAdministrator.class);
    }

    @Bean
    Admission admission(
            Accounts accounts,
            ExternalIdentities identities,
            AssertedAccounts asserted,
            SingleSignOnSettings settings,
            AuditTrail trail) {
        return new Admission(accounts, identities, asserted, settings.newAccounts(), trail);
    }

    @Bean
    BackChannelLogout backChannelLogout(
            ExternalIdentities identities,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            AuditTrail trail) {
        return new BackChannelLogout(identities, sessions, trail);
    }
}
