package dev.lockstile.auth.internal.role;

import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.role.Roles;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles of a source as they were a short while ago. No lock is held while they are read, since the thread may hold
 * a connection that others wait for: several may read at once.
 */
public final class SourcedRoles implements Supplier<Roles> {

    private static final Logger LOG = LoggerFactory.getLogger(SourcedRoles.class);

    private final Collection<Role> declared;
    private final RoleSource source;
    private final Clock clock;
    private volatile @Nullable Read last;

    /**
     * Roles that are as the source gives them.
     *
     * @param declared in code
     */
    public static Roles roles(Collection<Role> declared, RoleSource source, Clock clock) {
        return Roles.following(new SourcedRoles(declared, source, clock));
    }

    private SourcedRoles(Collection<Role> declared, RoleSource source, Clock clock) {
        this.declared = List.copyOf(declared);
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Roles get() {
        Instant now = clock.instant();
        Read known = last;
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(source.maxAge()))) {
            return known.roles();
        }
        Set<String> leftOut = new TreeSet<>();
        Read read = new Read(Roles.of(declared, source.roles(), leftOut::add), leftOut, now);
        last = read;
        if (known == null || !known.leftOut().equals(leftOut)) {
            leftOut.forEach(why -> LOG.warn("a stored role is left out: {}", why));
        }
        return read.roles();
    }

    private record Read(Roles roles, Set<String> leftOut, Instant at) {}
}
