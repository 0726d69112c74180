package io.parvis.launcher;

import io.parvis.launcher.console.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the block of ports is free, asked before anything is started. */
final class Ports {

    private Ports() {}

    static void refuseOccupied(LauncherSettings settings) {
        for (var member : Member.values()) {
            refuseOccupied(settings.hostOf(member), settings.portOf(member), member.processName());
        }
        refuseOccupied("127.0.0.1", settings.postgresPort(), "postgres");
    }

    static void refuseOccupied(String host, int port, String wantedBy) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new LauncherException(
                    "Port %d, which %s needs, cannot be had on %s (%s): stop what uses it, or set PARVIS_PORT to the first of five free ports."
                            .formatted(port, wantedBy, host, e.getMessage()),
                    e);
        }
    }
}
