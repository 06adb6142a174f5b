package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractLegacyLink;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which rows came from a former system. */
@Entity
@Table(name = "auth_legacy_link")
public class LegacyLink extends AbstractLegacyLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
