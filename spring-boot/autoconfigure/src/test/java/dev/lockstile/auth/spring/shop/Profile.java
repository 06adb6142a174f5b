package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.model.AbstractProfile;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_profile")
class Profile extends AbstractProfile<Member> {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
