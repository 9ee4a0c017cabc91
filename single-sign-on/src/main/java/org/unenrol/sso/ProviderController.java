package org.unenrol.sso;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.access.SignInRefusal;

/** Sends people to their provider, once it can be reached. */
@Controller
class ProviderController {

    private static final Logger log = LoggerFactory.getLogger(ProviderController.class);

    private final ClientRegistrationRepository registrations;

    ProviderController(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/sign-in/with/{id}")
    String signIn(@PathVariable String id) {
        try {
            if (registrations.findByRegistrationId(id) == null) {
                throw new NotFoundException();
            }
        } catch (IllegalArgumentException e) {
            log.warn("the provider {} does not tell its configuration", id, e);
            return "redirect:/sign-in?refused=" + SignInRefusal.AWAY.code();
        }
        return "redirect:/oauth2/authorization/" + id;
    }
}
