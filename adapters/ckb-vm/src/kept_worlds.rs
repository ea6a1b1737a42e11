//! The last worlds that came with an id: a client sends each once.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::engine::Engine;
use crate::request::WorldShape;
use crate::world::World;

/// Worlds that are kept at the most.
pub const MOST: usize = 64;

#[derive(Default)]
pub struct KeptWorlds(VecDeque<(u64, Rc<World>)>);

impl KeptWorlds {
    /// The world of a request: whole, or the id of one that came before.
    pub fn read<E: Engine>(&mut self, shape: &WorldShape) -> Result<Rc<World>, String> {
        let members = match shape {
            WorldShape::Kept(id) => {
                return self
                    .find(*id)
                    .map(|index| Rc::clone(&self.0[index].1))
                    .ok_or_else(|| format!("world: no world with the id {id} is kept"));
            }
            WorldShape::Whole(members) => members,
        };
        let world = Rc::new(members.world::<E>()?);
        if let Some(id) = members.id {
            if let Some(index) = self.find(id) {
                self.0.remove(index);
            } else if self.0.len() == MOST {
                self.0.pop_front();
            }
            self.0.push_back((id, Rc::clone(&world)));
        }
        Ok(world)
    }

    fn find(&self, id: u64) -> Option<usize> {
        // The one that is asked for is mostly among the newest.
        self.0.iter().rposition(|(kept, _)| *kept == id)
    }
}
