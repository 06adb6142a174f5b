package dev.lockstile.auth.http.internal.picture;

/** A clean picture. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Picture(byte[] bytes, String mediaType) {}
