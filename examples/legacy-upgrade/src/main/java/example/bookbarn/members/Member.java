package example.bookbarn.members;

import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A member, on the table of release 1. The columns that mean the same keep their old names; the old {@code password} is
 * not mapped, so that the release before can still read what it wrote.
 */
@Entity
@Table(name = "member")
@AttributeOverride(name = "email", column = @Column(name = "email", length = 254))
@AttributeOverride(name = "active", column = @Column(name = "active", nullable = false))
@AttributeOverride(name = "joinedAt", column = @Column(name = "joined", nullable = false))
public class Member extends AbstractUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "full_name", length = 120)
    private @Nullable String fullName;

    @Override
    public @Nullable Long getId() {
        return id;
    }

    public @Nullable String getFullName() {
        return fullName;
    }
}
