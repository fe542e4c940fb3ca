//! Words of this screen; see [`super`].
