package example.bookbarn.members;

import dev.lockstile.auth.model.AbstractSocialAccount;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Accounts elsewhere. */
@Entity
@Table(name = "member_social_account")
class SocialAccount extends AbstractSocialAccount<Member> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
