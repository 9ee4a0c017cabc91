package org.unenrol.portal.access;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.unenrol.account.Account;
import org.unenrol.account.Role;
import org.unenrol.ledger.Submitter;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Somebody who has signed in; whether as an administrator, the access rules say. Kept in sessions.
 */
@JsonAutoDetect(
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE)
@JsonDeserialize(using = ValueDeserializer.None.class) // else as any user of Spring Security
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
public class Administrator extends User {

    private static final long serialVersionUID = 2L;

    @JsonProperty private final String name;
    @JsonProperty private final String email;
    @JsonProperty private final Role role;

    protected Administrator(Account account, String encodedPassword) {
        super(
                account.username(),
                encodedPassword,
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.name = account.name();
        this.email = account.email();
        this.role = account.role();
    }

    /** Somebody as a session has kept them, which has no password. */
    @JsonCreator
    static Administrator kept(
            @JsonProperty("username") String username,
            @JsonProperty("name") String name,
            @JsonProperty("email") String email,
            @JsonProperty("role") Role role) {
        return new Administrator(new Account(username, name, email, role, null, null), "");
    }

    @Override
    @JsonProperty
    public String getUsername() {
        return super.getUsername();
    }

    /** In whose name an import runs, in the language of the request that is being answered. */
    public Submitter submitter() {
        return new Submitter(
                getUsername(), name, email, LocaleContextHolder.getLocale().toLanguageTag());
    }

    public String name() {
        return name;
    }

    /** The role at the time of signing in. */
    public Role role() {
        return role;
    }
}
