/**
 * The API as a resource server (RFC 6750, RFC 9068): access tokens of a provider that is configured
 * act for accounts here, within their scopes. It is there where {@code unenrol.api.jwt.issuer}
 * names the provider.
 */
@NullMarked
package org.unenrol.sso.jwt;

import org.jspecify.annotations.NullMarked;
