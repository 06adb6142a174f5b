package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * A person with the papers, contacts and address that many hosts keep. For the host's own tables: no flow of the
 * library reads it, and its contact data never signs anybody in.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractPersonCore extends AbstractPersonData {

    @Column(name = "national_id", length = 50)
    private @Nullable String nationalId;

    @Column(name = "tax_id", length = 50)
    private @Nullable String taxId;

    @Column(name = "contact_email", length = 254)
    private @Nullable String contactEmail;

    @Column(name = "mobile_phone", length = 32)
    private @Nullable String mobilePhone;

    @Column(name = "address_line_1", length = 255)
    private @Nullable String addressLine1;

    @Column(name = "address_line_2", length = 255)
    private @Nullable String addressLine2;

    @Column(name = "city", length = 100)
    private @Nullable String city;

    @Column(name = "region", length = 100)
    private @Nullable String region;

    @Column(name = "country_code", length = 2)
    private @Nullable String countryCode;

    @Column(name = "postal_code", length = 20)
    private @Nullable String postalCode;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractPersonCore() {}

    /** {@return the number of an identity document; null when it is not known} */
    public @Nullable String getNationalId() {
        return nationalId;
    }

    /**
     * Sets the number of an identity document.
     *
     * @param nationalId at most 50 characters; null takes it out
     */
    public void setNationalId(@Nullable String nationalId) {
        this.nationalId = nationalId;
    }

    /** {@return the number at the tax authority; null when it is not known} */
    public @Nullable String getTaxId() {
        return taxId;
    }

    /**
     * Sets the number at the tax authority.
     *
     * @param taxId at most 50 characters; null takes it out
     */
    public void setTaxId(@Nullable String taxId) {
        this.taxId = taxId;
    }

    /** {@return an address to write to, which signs nobody in; null when it is not known} */
    public @Nullable String getContactEmail() {
        return contactEmail;
    }

    /**
     * Sets an address to write to; nothing is proven by it.
     *
     * @param contactEmail at most 254 characters; null takes it out
     */
    public void setContactEmail(@Nullable String contactEmail) {
        this.contactEmail = contactEmail;
    }

    /** {@return a number to call, which signs nobody in; null when it is not known} */
    public @Nullable String getMobilePhone() {
        return mobilePhone;
    }

    /**
     * Sets a number to call; nothing is proven by it.
     *
     * @param mobilePhone at most 32 characters; null takes it out
     */
    public void setMobilePhone(@Nullable String mobilePhone) {
        this.mobilePhone = mobilePhone;
    }

    /** {@return street and number; null when they are not known} */
    public @Nullable String getAddressLine1() {
        return addressLine1;
    }

    /**
     * Sets street and number.
     *
     * @param addressLine1 at most 255 characters; null takes it out
     */
    public void setAddressLine1(@Nullable String addressLine1) {
        this.addressLine1 = addressLine1;
    }

    /** {@return what stands below street and number; null for nothing} */
    public @Nullable String getAddressLine2() {
        return addressLine2;
    }

    /**
     * Sets what stands below street and number.
     *
     * @param addressLine2 at most 255 characters; null takes it out
     */
    public void setAddressLine2(@Nullable String addressLine2) {
        this.addressLine2 = addressLine2;
    }

    /** {@return the town; null when it is not known} */
    public @Nullable String getCity() {
        return city;
    }

    /**
     * Sets the town.
     *
     * @param city at most 100 characters; null takes it out
     */
    public void setCity(@Nullable String city) {
        this.city = city;
    }

    /** {@return the state or province; null when it is not known} */
    public @Nullable String getRegion() {
        return region;
    }

    /**
     * Sets the state or province.
     *
     * @param region at most 100 characters; null takes it out
     */
    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    /** {@return the country, two letters of ISO 3166-1; null when it is not known} */
    public @Nullable String getCountryCode() {
        return countryCode;
    }

    /**
     * Sets the country.
     *
     * @param countryCode two letters of ISO 3166-1; null takes it out
     */
    public void setCountryCode(@Nullable String countryCode) {
        this.countryCode = countryCode;
    }

    /** {@return the postal code as it is written in that country; null when it is not known} */
    public @Nullable String getPostalCode() {
        return postalCode;
    }

    /**
     * Sets the postal code.
     *
     * @param postalCode at most 20 characters; null takes it out
     */
    public void setPostalCode(@Nullable String postalCode) {
        this.postalCode = postalCode;
    }
}
