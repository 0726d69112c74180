package io.parvis.gateway.client;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;

/** A stream is closed when its answer has been written, which its client's window may hold up, or when it is reset. */
final class Http2ResponseCompletion extends Http2ConnectionAdapter implements ResponseCompletion {

    private final Http2Connection connection;
    private final Http2Connection.PropertyKey place;

    private Http2ResponseCompletion(Http2Connection connection) {
        this.connection = connection;
        this.place = connection.newKey();
    }

    static Http2ResponseCompletion of(Http2Connection connection) {
        var completion = new Http2ResponseCompletion(connection);
        connection.addListener(completion);
        return completion;
    }

    @Override
    public void await(int stream, Runnable gone) {
        var open = connection.stream(stream);
        if (open == null || open.state() == Http2Stream.State.CLOSED) {
            gone.run();
        } else {
            open.setProperty(place, gone);
        }
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        Runnable gone = stream.removeProperty(place);
        if (gone != null) {
            gone.run();
        }
    }
}
