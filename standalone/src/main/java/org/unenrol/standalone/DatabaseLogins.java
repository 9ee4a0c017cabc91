package org.unenrol.standalone;

import java.util.List;
import java.util.function.UnaryOperator;
import org.unenrol.infrastructure.DatabaseRole;
import org.unenrol.infrastructure.DatabaseRoles;

/** The role by which each service comes in to the database, and the one that migrates it. */
final class DatabaseLogins {

    private final DatabaseRoles roles;
    private final UnaryOperator<List<String>> wanted;

    private DatabaseLogins(DatabaseRoles roles, UnaryOperator<List<String>> wanted) {
        this.roles = roles;
        this.wanted = wanted;
    }

    static DatabaseLogins of(DatabaseRoles roles) {
        return new DatabaseLogins(roles, all -> all);
    }

    /** Somebody may have named another user, who then does everything, as in a service alone. */
    static DatabaseLogins of(DatabaseRoles roles, GivenSettings given) {
        return new DatabaseLogins(
                roles, all -> given.hasArgument("spring.datasource.username") ? List.of() : all);
    }

    String password(DatabaseRole role) {
        return roles.password(role);
    }

    /** As command-line arguments of a service. */
    List<String> argumentsOf(DatabaseRole service) {
        return wanted.apply(
                List.of(
                        "--spring.datasource.username=" + service.user(),
                        "--spring.datasource.password=" + roles.password(service),
                        "--spring.flyway.user=" + DatabaseRole.OWNER.user(),
                        "--spring.flyway.password=" + roles.password(DatabaseRole.OWNER)));
    }
}
