package example.bookbarn.members;

import dev.lockstile.auth.model.AbstractLegacyLink;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which old row became which: the ledger of the import. */
@Entity
@Table(name = "legacy_link")
class LegacyLink extends AbstractLegacyLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
