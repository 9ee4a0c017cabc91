package org.unenrol.ingest.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unenrol.ingest.problem.Answers;
import org.unenrol.ingest.problem.ProblemType;
import org.unenrol.portal.access.TokenSignIn;

/** Reads tokens from the header {@code Authorization: Bearer} (RFC 6750), and nowhere else. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final BearerTokens tokens;
    private final Answers answers;

    BearerFilter(BearerTokens tokens, Answers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<TokenSignIn> known = tokens.signIn(token);
        if (known.isEmpty()) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, Challenge.BEARER + ", error=\"invalid_token\"");
            answers.write(ProblemType.INVALID_TOKEN.problem(), request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known.get());
        SecurityContextHolder.setContext(context);
        tokens.used(known.get(), request);
        chain.doFilter(request, response);
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
