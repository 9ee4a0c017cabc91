package org.unenrol.portal.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.unenrol.account.token.AccountToken;
import org.unenrol.account.token.AccountTokens;
import org.unenrol.account.token.TokenScope;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;
import org.unenrol.model.ManagedAreas;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.RequestLanguage;
import org.unenrol.portal.Slice;
import org.unenrol.portal.access.Administrator;

/** The own tokens with the form for a new one, and those of all accounts. */
@Controller
class TokensController {

    private static final int PAGE = 50;

    private final AccountTokens tokens;
    private final TokenOwner owner;
    private final AuditTrail trail;

    TokensController(AccountTokens tokens, TokenOwner owner, AuditTrail trail) {
        this.tokens = tokens;
        this.owner = owner;
        this.trail = trail;
    }

    @GetMapping("/tokens")
    ModelAndView own(@AuthenticationPrincipal Administrator administrator, ManagedAreas areas) {
        return page(administrator, areas, TokenRequest.usual());
    }

    @GetMapping("/tokens/all")
    ModelAndView all(@RequestParam(defaultValue = "1") int page, ManagedAreas areas) {
        NotFoundException.unlessAll(areas);
        Slice<AccountToken> found = Slice.page(page, PAGE, tokens::page);
        return new ModelAndView("tokens/all")
                .addObject("slice", found)
                .addObject("views", views(found.items()));
    }

    /**
     * Shows the secret in the answer itself: nothing keeps it, not even the session, so that it is
     * there once.
     */
    @PostMapping("/tokens")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "IMPORTS_READ") TokenScope scope,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String account,
            @AuthenticationPrincipal Administrator administrator,
            ManagedAreas areas) {
        TokenRequest asked = new TokenRequest(name, scope, days, account);
        Optional<String> actsFor = owner.of(administrator.getUsername(), areas, asked);
        String wrongName = asked.problemWithName();
        if (wrongName != null || actsFor.isEmpty()) {
            ModelAndView again = page(administrator, areas, asked);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("nameError", wrongName)
                    .addObject("accountError", actsFor.isEmpty() ? noSuchAccount() : null);
        }
        String secret = issue(actsFor.get(), asked);
        return page(administrator, areas, TokenRequest.usual())
                .addObject("secret", secret)
                .addObject("actsFor", actsFor.get());
    }

    private String issue(String actsFor, TokenRequest asked) {
        return trail.record(
                () -> tokens.issue(actsFor, asked.name(), Set.of(asked.scope()), asked.lifetime()),
                secret ->
                        AuditEvent.of(AuditKind.TOKEN_MADE)
                                .with(AuditDetail.ACCOUNT, actsFor)
                                .with(AuditDetail.NAME, asked.name())
                                .with(AuditDetail.SCOPES, asked.scope().word()));
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean ofAll,
            @AuthenticationPrincipal Administrator administrator,
            ManagedAreas areas,
            RedirectAttributes next) {
        AccountToken known =
                tokens.find(id)
                        .filter(
                                token ->
                                        areas.isEvery()
                                                || token.username()
                                                        .equals(administrator.getUsername()))
                        .orElseThrow(NotFoundException::new);
        trail.record(
                () -> tokens.revoke(known.id()),
                revoked ->
                        revoked
                                ? AuditEvent.of(AuditKind.TOKEN_REVOKED)
                                        .about(known.id())
                                        .with(AuditDetail.ACCOUNT, known.username())
                                        .with(AuditDetail.NAME, known.name())
                                : null);
        next.addFlashAttribute("revoked", known.name());
        return ofAll && areas.isEvery() ? "redirect:/tokens/all" : "redirect:/tokens";
    }

    private ModelAndView page(
            Administrator administrator, ManagedAreas areas, TokenRequest request) {
        return new ModelAndView("tokens/own")
                .addObject("views", views(tokens.of(administrator.getUsername())))
                .addObject("seesAll", areas.isEvery())
                .addObject("asked", request)
                .addObject("scopes", TokenScope.values())
                .addObject("lifetimes", TokenRequest.DAYS);
    }

    private static List<TokenView> views(List<AccountToken> tokens) {
        Instant now = Instant.now();
        return tokens.stream().map(token -> new TokenView(token, now)).toList();
    }

    private static @Nullable String noSuchAccount() {
        return RequestLanguage.text("portal.tokens.account-unknown");
    }
}
