package io.parvis.bench.handlers;

import io.parvis.edge.access.Allowed;
import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.id.Ulid;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Appends one after the other, and tells how many microseconds each took to reach the handler. */
@Path("/latency/{appends}")
class LatencyResource {

    private final Commands commands;
    private final NothingProjection handler;

    LatencyResource(Commands commands, NothingProjection handler) {
        this.commands = commands;
        this.handler = handler;
    }

    @GET
    @Allowed.ToEveryCaller
    @Blocking
    @Produces(MediaType.TEXT_PLAIN)
    public String measure(int appends) {
        return LongStream.range(0, appends)
                .map(number -> one())
                .mapToObj(Long::toString)
                .collect(Collectors.joining("\n"));
    }

    private long one() {
        var entry = new Entered(Ulid.next(), "c0", "b1", Ulid.next(), 1);
        var arrival = handler.arrivalOf(entry.entryId());
        long began = System.nanoTime();
        commands.send(new RecordEntry(entry), new CommandContext("bench", "bench", "bench", null, null))
                .await()
                .indefinitely();
        return (arrival.join() - began) / 1_000;
    }
}
