use std::net::{Ipv4Addr, TcpListener};

use crate::failure::Failure;

/// The first port from `first` on that nobody listens on, within the next hundred.
pub fn free_from(first: u16) -> Result<u16, Failure> {
    (first..=first.saturating_add(100))
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or(Failure::NoPort { first })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("any port");
        let port = taken.local_addr().expect("its address").port();
        assert_ne!(free_from(port).ok(), Some(port));
    }
}
