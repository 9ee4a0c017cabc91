/**
 * Signing in with an organisation's own OpenID provider (OpenID Connect Core 1.0). It is there
 * where {@code spring.security.oauth2.client.registration.*} names one.
 */
@NullMarked
package org.unenrol.sso;

import org.jspecify.annotations.NullMarked;
