package io.parvis.eventing.id;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** What Axon's messages are told apart by: UUIDs of version 4, as its own are. */
public class RandomIdentifiers extends IdentifierFactory {

    private static final long VERSION_4 = 0x4000;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        var bytes = ByteBuffer.wrap(RandomBytes.next(2 * Long.BYTES));
        long most = bytes.getLong() & ~0xF000L | VERSION_4;
        long least = bytes.getLong() & ~0xC000_0000_0000_0000L | VARIANT_2;
        return new UUID(most, least).toString();
    }
}
