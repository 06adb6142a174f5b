package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractTrustedBrowser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Browsers that need not show the second factor for a while. */
@Entity
@Table(name = "auth_trusted_browser")
public class TrustedBrowser extends AbstractTrustedBrowser<User> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
