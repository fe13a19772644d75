;; The inner products of three rows of numbers with three others, four numbers at a time.
;;
;; row_tile.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; Σ of the four numbers of a vector
  (func $sum (param $four v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $four)) (f32x4.extract_lane 1 (local.get $four)))
      (f32.add (f32x4.extract_lane 2 (local.get $four)) (f32x4.extract_lane 3 (local.get $four)))))

  ;; $left, $right: where three rows begin that lie $stride bytes apart, a multiple of 16
  ;; $to: where the nine products go, [3, 3]
  (func (export "multiplyTile")
    (param $left i32) (param $right i32) (param $stride i32) (param $to i32)
    (local $twice i32) (local $end i32)
    (local $a v128) (local $b v128) (local $c v128) (local $other v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128)
    (local.set $twice (i32.shl (local.get $stride) (i32.const 1)))
    (local.set $end (i32.add (local.get $left) (local.get $stride)))
    (loop $next
      (local.set $a (v128.load (local.get $left)))
      (local.set $b (v128.load (i32.add (local.get $left) (local.get $stride))))
      (local.set $c (v128.load (i32.add (local.get $left) (local.get $twice))))

      (local.set $other (v128.load (local.get $right)))
      (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $a) (local.get $other))))
      (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $b) (local.get $other))))
      (local.set $c0 (f32x4.add (local.get $c0) (f32x4.mul (local.get $c) (local.get $other))))

      (local.set $other (v128.load (i32.add (local.get $right) (local.get $stride))))
      (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $a) (local.get $other))))
      (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $b) (local.get $other))))
      (local.set $c1 (f32x4.add (local.get $c1) (f32x4.mul (local.get $c) (local.get $other))))

      (local.set $other (v128.load (i32.add (local.get $right) (local.get $twice))))
      (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $a) (local.get $other))))
      (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $b) (local.get $other))))
      (local.set $c2 (f32x4.add (local.get $c2) (f32x4.mul (local.get $c) (local.get $other))))

      (local.set $left (i32.add (local.get $left) (i32.const 16)))
      (local.set $right (i32.add (local.get $right) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $left) (local.get $end))))
    (f32.store offset=0 (local.get $to) (call $sum (local.get $a0)))
    (f32.store offset=4 (local.get $to) (call $sum (local.get $a1)))
    (f32.store offset=8 (local.get $to) (call $sum (local.get $a2)))
    (f32.store offset=12 (local.get $to) (call $sum (local.get $b0)))
    (f32.store offset=16 (local.get $to) (call $sum (local.get $b1)))
    (f32.store offset=20 (local.get $to) (call $sum (local.get $b2)))
    (f32.store offset=24 (local.get $to) (call $sum (local.get $c0)))
    (f32.store offset=28 (local.get $to) (call $sum (local.get $c1)))
    (f32.store offset=32 (local.get $to) (call $sum (local.get $c2)))))
