package org.unenrol.portal;

import java.util.Set;
import org.unenrol.account.Role;

/**
 * An entry of the NAVIGATION pane; each bean of this type is shown, in their order.
 *
 * @param label the key of its message
 * @param path where it leads; every page below it belongs to it
 * @param roles whom it is shown to
 */
public record NavigationEntry(String label, String path, Set<Role> roles) {

    /** An entry for every administrator. */
    public NavigationEntry(String label, String path) {
        this(label, path, Set.of(Role.GLOBAL_ADMINISTRATOR, Role.CONTENT_ADMINISTRATOR));
    }
}
